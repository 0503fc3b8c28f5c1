"""Conversations: what a message means. `intake` owns the transaction, `router` finds the conversation."""
