"""The clock: jobs, when each is due, and the bell that rings for them."""
