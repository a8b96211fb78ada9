"""Read Indonesian government releases and news: people, quotes with speakers, themes."""
