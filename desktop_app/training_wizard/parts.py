"""What this window's pages are made of; other windows' are too."""

from desktop_app.page_parts import button as button
from desktop_app.page_parts import column as column
from desktop_app.page_parts import heading as heading
from desktop_app.page_parts import picture_of as picture_of
from desktop_app.page_parts import scrolling as scrolling
from desktop_app.page_parts import sentence as sentence
from desktop_app.page_parts import set_role as set_role
