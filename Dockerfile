FROM python:3.11-slim-bookworm AS build
RUN apt-get update && apt-get install --yes --no-install-recommends npm && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY pyproject.toml README.md LICENSE constraints.txt ./
COPY schema schema
COPY extraction extraction
COPY service service
RUN python3 -m venv /opt/casegraph \
 && /opt/casegraph/bin/pip install --no-cache-dir --disable-pip-version-check -c constraints.txt . \
 && cd / && /opt/casegraph/bin/python -c 'from service.api.graphiql import fetch; fetch()'

FROM python:3.11-slim-bookworm
RUN useradd --system --create-home --uid 10001 casegraph
COPY --from=build /opt/casegraph /opt/casegraph
# Inside the container all addresses, so that the port can be published; which address of the host that is, compose says.
ENV PATH=/opt/casegraph/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    CASEGRAPH_HOST=0.0.0.0 \
    CASEGRAPH_HOME=/home/casegraph/graph
USER casegraph
WORKDIR /home/casegraph
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python3", "-c", "import os, urllib.request as u; u.urlopen('http://127.0.0.1:' + os.environ.get('CASEGRAPH_PORT', '8000') + '/healthz')"]
ENTRYPOINT ["casegraph"]
CMD ["serve"]
