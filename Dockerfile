# Two stages: what is needed to install stays behind. Python is the version that the suite runs on.
FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /build
RUN python -m venv /opt/screener
COPY constraints/server.txt constraints/server.txt
RUN /opt/screener/bin/pip install --require-hashes -r constraints/server.txt
COPY pyproject.toml README.md LICENSE ./
COPY config config
COPY screener screener
COPY workers workers
RUN /opt/screener/bin/pip install --no-deps --no-build-isolation . \
    && /opt/screener/bin/pip uninstall --yes pip hatchling

FROM python:3.11-slim-bookworm
# Tesseract reads scanned CVs, in the languages that the word lists know.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends tesseract-ocr tesseract-ocr-deu tesseract-ocr-fra \
       tesseract-ocr-ita tesseract-ocr-por tesseract-ocr-spa \
    && rm -rf /var/lib/apt/lists/*
# Numbers, so that a policy can tell that this is not root; the volume takes its owner from the folder.
RUN groupadd --gid 10001 screener \
    && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin screener \
    && install -d -o 10001 -g 10001 -m 0700 /data
COPY --from=build /opt/screener /opt/screener
ENV PATH=/opt/screener/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    SCREENER_DATA=/data
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
# No shell in between: signals reach the program.
CMD ["gunicorn", "screener.wsgi:app"]
