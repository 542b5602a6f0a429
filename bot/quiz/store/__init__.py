"""Tables and queries of the quiz; every statement names its server, but for what the clock asks."""
