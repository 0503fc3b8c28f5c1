"""What changes the world: one function each, in the transaction that its caller opened; never commits, never sends."""
