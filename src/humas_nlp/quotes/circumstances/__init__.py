"""To whom, by what means, where and when a quote is said."""
