"""Which translated section or entry is older than its source, what a language still lacks, how one begins."""
