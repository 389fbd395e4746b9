"""The record: a local log of results and of whatever decides about results, which nothing is ever removed from."""
