#!/bin/sh
# The image's first process: lays what was made with the image into the one writable folder, and becomes the launcher,
# or the one process that is named: web, actions or rasa.
set -eu
rm -rf "$TMPDIR"
mkdir -p "$TMPDIR" "$SIP_BUILD/models"
# Kept from an older image on a volume that lasts: links to models that are gone. The last good content stays.
find "$SIP_BUILD/models" -xtype l -delete
cp -rn /app/build/content /app/build/content.sqlite "$SIP_BUILD/"
ln -sf /app/build/models/*.tar.gz "$SIP_BUILD/models/"
exec .venv/web/bin/python -m bot.launch "$@"
