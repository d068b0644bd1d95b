"""File suffixes of what no reader is there for, so that nobody takes it for prose."""

_MARKUP = ".xml .svg .adoc .asciidoc .asc .tex .latex .org .textile .wiki .ipynb .rtf .eml"
_DATA = ".jsonl .json5 .csv .tsv .ini .cfg .conf .lock .log .sql .env .po .srt .vtt .bib .ics"
_CODE = (
    ".py .pyi .js .mjs .cjs .ts .tsx .jsx .css .scss .less .sh .bash .zsh .ps1 .bat .rb .go .rs .java .kt .swift .c .h "
    ".cc .cpp .hpp .cs .php .pl .lua .r .m .vue .svelte .njk .liquid .j2 .ejs .hbs .erb .haml .pug .diff .patch"
)
_OFFICE = ".doc .docx .odt .pages .pdf .epub .ppt .pptx .odp .key .xls .xlsx .ods .numbers"
_MEDIA = (
    ".png .jpg .jpeg .gif .webp .avif .bmp .tif .tiff .ico .heic .psd .ai .eps .mp3 .wav .ogg .flac .m4a .mp4 .mov "
    ".avi .mkv .webm .woff .woff2 .ttf .otf .eot"
)
_BINARY = (
    ".zip .gz .bz2 .xz .zst .tar .tgz .7z .rar .whl .jar .exe .dll .so .dylib .o .a .pyc .class .wasm .bin .dat .db "
    ".sqlite .sqlite3 .parquet .arrow .npy .npz .pkl .pt .onnx .iso .dmg"
)
UNREAD = frozenset(f"{_MARKUP} {_DATA} {_CODE} {_OFFICE} {_MEDIA} {_BINARY}".split())
"""Suffixes, in lower case with their dot, of files that no reader is there for."""
