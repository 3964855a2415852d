"""The preview of `edit`: one process watches and serves, another one builds."""
