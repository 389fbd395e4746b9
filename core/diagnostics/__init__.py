"""What a developer needs to know about a computer, a program and what happened, without a trace of a patient."""
