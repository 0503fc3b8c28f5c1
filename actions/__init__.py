"""What changes the world: one function each, inside the transaction that its caller opened; never commits, never sends."""
