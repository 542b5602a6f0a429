# Doran in a container: `docker compose up`, or by itself as docs/operating.md shows.

FROM python:3.13-slim AS packages
WORKDIR /doran
COPY requirements/run.txt requirements/postgres.txt requirements/
# From the hashed locks alone; what pip caches stays in this stage.
RUN python -m venv /packages \
    && /packages/bin/pip install --no-cache-dir --require-hashes \
        -r requirements/run.txt -r requirements/postgres.txt

FROM python:3.13-slim
# A number, so that orchestrators can tell that it is not root.
RUN groupadd --gid 10001 doran \
    && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin doran \
    && install --directory --owner=10001 --group=10001 --mode=0700 /data
COPY --from=packages /packages /packages
WORKDIR /doran
COPY alembic.ini ./
COPY migrations migrations
COPY content content
COPY bot bot
# Compiled here, because the root file system is read-only where it runs.
RUN /packages/bin/python -m compileall -q bot migrations
ENV PATH=/packages/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DATABASE_URL=sqlite+aiosqlite:////data/doran.db \
    METRICS_PORT=9464
VOLUME /data
USER 10001:10001
# On the container's own loopback; no port is published. Not `python -m bot health`, which says more
# but takes 70 MB for a moment: this takes 19.
HEALTHCHECK --interval=60s --timeout=10s --start-period=60s --retries=3 \
    CMD ["python", "-c", "from urllib.request import urlopen as ask; ask('http://127.0.0.1:9464/healthz', timeout=5)"]
STOPSIGNAL SIGTERM
CMD ["python", "-m", "bot", "run"]
