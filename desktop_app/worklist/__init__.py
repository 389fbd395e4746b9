"""The worklist as a person sees it."""
