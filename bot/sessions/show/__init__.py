"""How sessions look: values → screens, pure."""
