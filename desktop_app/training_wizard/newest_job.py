"""Background work of which only the newest matters."""

from desktop_app.newest_job import NewestJob as NewestJob
