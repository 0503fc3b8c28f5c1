"""The channel-neutral engine: messages, forms, recognise, render. It knows nothing of petitions."""
