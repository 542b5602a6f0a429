"""Notes that a server brings itself: uploaded, looked over, published to that server alone."""
