"""Fills lib/ with the third-party ES modules that the browser runs, and pack/ with the app in a handful of files.

A phone that fetches three hundred small files one after the other is slow, also when it has kept them all. esbuild
joins them, readable as they are, and does nothing else; `.packed` says of exactly which bytes the pack was made, so
that a server never serves another app than the files say (`server/release.py`).

Invariant: every file in lib/ is plain ECMAScript that browsers, service workers and Node load by relative
path, whole as its authors published it; only the addresses of imports change, and scripts older than modules
get a few lines around them. Foreign code is never in the repository, always in a release.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
LIB = HERE / "lib"
PACKAGES = HERE / "node_modules"
FILLED = LIB / ".filled"
INSTALLED = PACKAGES / ".kring"
PACK = HERE / "pack"
PACKED = PACK / ".packed"

# what the start page runs, what it loads once somebody is signed in, and what runs beside it
ENTRIES = ("app.js", "modules/all.js", "crypto/hash.worker.js", "ui/shrink.worker.js")
STYLE = re.compile(r' *<link rel="stylesheet" href="/([^"]+)"( media="print")? />\n')
SCRIPT = '<script type="module" src="/app.js"></script>'

# file in lib/ -> the published ES module it is
MODULES = {
    "sodium.js": "libsodium-wrappers-sumo/dist/modules-sumo-esm/libsodium-wrappers.mjs",
    "sodium-core.js": "libsodium-sumo/dist/modules-sumo-esm/libsodium-sumo.mjs",
    "preact.js": "preact/dist/preact.mjs",
    "hooks.js": "preact/hooks/dist/hooks.mjs",
    "signals.js": "@preact/signals/dist/signals.mjs",
    "signals-core.js": "@preact/signals-core/dist/signals-core.mjs",
    "qr.js": "uqr/dist/index.mjs",
}
# what shows a PDF, byte for byte: `preview.js` runs it apart from everything, and only when one is opened
PREVIEW = {
    "pdf.js": "pdfjs-dist/legacy/build/pdf.min.mjs",
    "pdf-worker.js": "pdfjs-dist/legacy/build/pdf.worker.min.mjs",
    "jbig2.wasm": "pdfjs-dist/wasm/jbig2.wasm",
    "openjpeg.wasm": "pdfjs-dist/wasm/openjpeg.wasm",
}
# what those import by name -> where that is here; a service worker knows no import map
ADDRESSES = {
    "libsodium-sumo": "./sodium-core.js",
    "preact": "./preact.js",
    "preact/hooks": "./hooks.js",
    "@preact/signals-core": "./signals-core.js",
}
# one file instead of eight: each part after those it needs while it is loaded
FLUENT = ("types", "scope", "builtins", "memoizer", "resolver", "resource", "bundle")
DUTCH = {"words": "commonWords", "girls": "girlsFirstnames", "boys": "boysFirstnames"}
TYPEFACE = "@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible"
# woff2 for browsers, woff for the letters that the command line prints
FONTS = [
    f"{part}-{weight}-normal.{kind}"
    for part in ("latin", "latin-ext")
    for weight in (400, 700)
    for kind in ("woff2", "woff")
]
# what TypeScript reads in place of each file
TYPES = {
    # its functions exist on the default export alone, and only once `ready` has come
    "sodium": 'export { default } from "libsodium-wrappers-sumo";\n'
    'export type { StateAddress } from "libsodium-wrappers-sumo";\n',
    "preact": 'export * from "preact";\n',
    "hooks": 'export * from "preact/hooks";\n',
    "htm": 'import type { VNode } from "preact";\n'
    "export function html(strings: TemplateStringsArray, ...values: unknown[]): VNode;\n",
    "signals": 'export * from "@preact/signals";\n',
    "signals-core": 'export * from "@preact/signals-core";\n',
    "fluent": 'export * from "@fluent/bundle";\n',
    "qr": 'export * from "uqr";\n',
    "jsqr": 'import jsQR from "jsqr";\nexport default jsQR;\n',
    "zxcvbn": 'export * from "@zxcvbn-ts/core";\n',
    "zxcvbn-common": 'export * from "@zxcvbn-ts/language-common";\n',
    "zxcvbn-nl": "export const dictionary: Record<string, string[]>;\n",
}


def fill(dev: bool = False) -> None:
    """Makes lib/ what the lock and this file say; at once done when it is already.

    With `dev` the tools that check the client (TypeScript, axe) are in node_modules/ afterwards too.
    Raises SystemExit with what is missing when npm is needed and isn't there or fails.
    """
    wanted = _digest()
    fresh = FILLED.is_file() and FILLED.read_text() == wanted
    if fresh and not dev:
        return
    _install(wanted, dev)
    if not fresh:
        _write_lib()
        FILLED.write_text(wanted)


def pack() -> None:
    """Joins the app's modules and styles into pack/; lib/ must be filled. At once done when nothing has changed.

    Raises SystemExit when esbuild fails; its own words stand above that.
    """
    if _packed():
        return
    if not (PACKAGES / ".bin" / "esbuild").exists():
        _install(_digest(), dev=False)
    shutil.rmtree(PACK, ignore_errors=True)
    PACK.mkdir()
    page = (HERE / "index.html").read_text(encoding="utf-8")
    styles = "".join(f'@import "./{path}"{media and " print"};\n' for path, media in STYLE.findall(page))
    scripts = _join(*ENTRIES, "--splitting", "--format=esm", "--target=es2022", "--chunk-names=[name]-[hash]")
    sheets = _join("--loader=css", "--external:/lib/*", name="style", text=styles)
    (PACK / "index.html").write_text(_repage(page, scripts["outputs"]), encoding="utf-8")
    sources = sorted({"index.html", "build.py", *scripts["inputs"], *sheets["inputs"]} - {"<stdin>"})
    PACKED.write_text(json.dumps({path: _hash(HERE / path) for path in sources}, indent=0), encoding="utf-8")


def _packed() -> bool:
    sources = json.loads(PACKED.read_text(encoding="utf-8")) if PACKED.is_file() else {}
    return bool(sources) and all((HERE / path).is_file() and _hash(HERE / path) == sources[path] for path in sources)


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _join(*words: str, name: str = "[name]", text: str = "") -> dict[str, dict[str, Any]]:
    """What esbuild says of what it read and wrote."""
    about = PACK / ".about.json"
    where = [f"--outfile={PACK / name}.css"] if text else [f"--outdir={PACK}", f"--entry-names={name}"]
    command = [str(PACKAGES / ".bin" / "esbuild"), *words, *where, "--bundle", f"--metafile={about}"]
    if subprocess.run([*command, "--charset=utf8", "--log-level=warning"], cwd=HERE, input=text, text=True).returncode:
        raise SystemExit("esbuild failed in webclient/; its own words stand above.")
    found: dict[str, dict[str, Any]] = json.loads(about.read_text(encoding="utf-8"))
    about.unlink()
    return found


def _repage(page: str, outputs: dict[str, Any]) -> str:
    """The start page with one style sheet and one module, whose parts are fetched at the same time as itself."""
    first = next(one for one in outputs.values() if one.get("entryPoint") == ENTRIES[0])
    parts = [Path(one["path"]).name for one in first["imports"] if one["kind"] == "import-statement"]
    links = "".join(f'    <link rel="modulepreload" href="/pack/{part}" />\n' for part in parts)
    before, after = STYLE.sub("", page).split(f"    {SCRIPT}")
    script = SCRIPT.replace("/app.js", "/pack/app.js")
    return f'{before}{links}    <link rel="stylesheet" href="/pack/style.css" />\n    {script}{after}'


def _digest() -> str:
    parts = (HERE / "package-lock.json", HERE / "build.py")
    return hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()


def _install(wanted: str, dev: bool) -> None:
    done = INSTALLED.read_text().split() if INSTALLED.is_file() else []
    if done and done[0] == wanted and (done[1] == "dev" or not dev):
        return
    if shutil.which("npm") is None:
        raise SystemExit("npm, which fetches the browser's files, is missing (Debian: apt-get install npm)")
    lean = [] if dev else ["--omit=dev"]
    quiet = ["--no-audit", "--no-fund", "--loglevel=error"]
    if subprocess.run(["npm", "ci", *lean, "--ignore-scripts", *quiet], cwd=HERE).returncode:
        raise SystemExit("npm ci failed in webclient/; its own words stand above.")
    INSTALLED.write_text(f"{wanted} {'dev' if dev else 'lean'}")


def _write_lib() -> None:
    shutil.rmtree(LIB, ignore_errors=True)
    (LIB / "fonts").mkdir(parents=True)
    for name, source in MODULES.items():
        _write(name, _readdress(_read(source)))
    _write("htm.js", _bind_htm())
    _write("fluent.js", _join_fluent())
    _write("jsqr.js", _wrap_commonjs(_read("jsqr/dist/jsQR.js")))
    _write("zxcvbn.js", _wrap_global("core", "ZxcvbnFactory"))
    _write("zxcvbn-common.js", _wrap_global("language-common", "dictionary, adjacencyGraphs"))
    _write("zxcvbn-nl.js", _join_dutch())
    for name, text in TYPES.items():
        (LIB / f"{name}.d.ts").write_text(text, encoding="utf-8")
    for name, source in PREVIEW.items():
        shutil.copyfile(PACKAGES / source, LIB / name)
    for font in FONTS:
        shutil.copyfile(PACKAGES / f"{TYPEFACE}-{font}", LIB / "fonts" / font)
    (LIB / "LICENSES.txt").write_text(_gather_licences(), encoding="utf-8")


def _write(name: str, text: str) -> None:
    """Writes one module, without the address of a source map that nobody serves."""
    text = re.sub(r"\n?//# sourceMappingURL=\S+\s*$", "", text)
    (LIB / name).write_text(text.rstrip() + "\n", encoding="utf-8")


def _read(source: str) -> str:
    return (PACKAGES / source).read_text(encoding="utf-8")


def _readdress(text: str) -> str:
    def address(found: re.Match[str]) -> str:
        return f'{found[1]}"{ADDRESSES[found[2]]}"'

    return re.sub(r"""(\b(?:from|import)\s*)["']([^"'./][^"']*)["']""", address, text)


def _bind_htm() -> str:
    text, count = re.subn(r"export default ", "const htm = ", _read("htm/dist/htm.mjs"))
    if count != 1:
        raise SystemExit("htm exports itself in another way than expected.")
    return f'import {{ h }} from "./preact.js";\n{text.rstrip()};\nexport const html = htm.bind(h);\n'


def _join_fluent() -> str:
    texts = [_read(f"@fluent/bundle/esm/{part}.js") for part in FLUENT]
    return "\n".join(re.sub(r"^import [^;]+;\n", "", text, flags=re.MULTILINE) for text in texts)


def _wrap_commonjs(text: str) -> str:
    before = "const module = { exports: {} };\nconst exports = module.exports;\n"
    return f"{before}{text}\nexport default module.exports;\n"


def _wrap_global(package: str, names: str) -> str:
    text = _read(f"@zxcvbn-ts/{package}/dist/zxcvbn-ts.js")
    loaded = f"const place = {{}};\n(function () {{\n{text}\n}}).call(place);\n"
    return f'{loaded}export const {{ {names} }} = place.zxcvbnts["{package}"];\n'


def _join_dutch() -> str:
    folder = "@zxcvbn-ts/language-nl-be/dist"
    lists = [_read(f"{folder}/{source}.json.esm.js").split("\nexport ")[0] for source in DUTCH.values()]
    names = ", ".join(f'"nl-{name}": {source}' for name, source in DUTCH.items())
    return "\n".join([*lists, f"export const dictionary = {{ {names} }};", ""])


def _gather_licences() -> str:
    found = sorted([*PACKAGES.glob("*/package.json"), *PACKAGES.glob("@*/*/package.json")])
    folders = [path.parent for path in found if _is_shipped(path.parent.relative_to(PACKAGES).as_posix())]
    return f"\n{'-' * 72}\n\n".join(_licence(folder) for folder in folders)


def _licence(folder: Path) -> str:
    package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    found = sorted([*folder.glob("LICENSE*"), *folder.glob("wasm/LICENSE*")])
    texts = [path.read_text(encoding="utf-8").strip() for path in found]
    return "\n\n".join([f"{package['name']} {package['version']}: {package['license']}", *texts, ""])


def _is_shipped(package: str) -> bool:
    tools = ("typescript", "@typescript", "@types", "@napi-rs", "axe-core", "esbuild", "@esbuild")
    return not package.startswith(tools)


if __name__ == "__main__":
    fill(dev="--dev" in sys.argv[1:])
    pack()
