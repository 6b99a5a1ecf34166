//! The files of the page over HTTP, on this machine only.

use anyhow::{Context, Result, bail};
use axum::Router;
use axum::body::Bytes;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use std::fs;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::thread;
use tokio::sync::oneshot;

/// What the page consists of, in the project's folder. Nothing else there is served or shipped.
pub(crate) const PARTS: [&str; 5] = ["index.html", "postil.webmanifest", "www", "pkg", "models"];

/// How many ports are tried above the one asked for.
const PORTS_TRIED: u16 = 50;

/// Listens on loopback at `port`, or on the next that is free; 0 takes any. Gives the port too.
///
/// # Errors
/// When none can be had.
pub(crate) fn listen(port: u16) -> Result<(TcpListener, u16)> {
    for candidate in port..=port.saturating_add(PORTS_TRIED) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, candidate)) {
            Ok(listener) => {
                let taken = listener.local_addr().context("the server has no address")?.port();
                return Ok((listener, taken));
            }
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            Err(error) => {
                bail!("port {candidate} of this machine cannot be used ({error}); choose one with --port N")
            }
        }
    }
    bail!("ports {port} to {} are all taken; choose one with --port N", port.saturating_add(PORTS_TRIED))
}

/// What a page asks of its server.
#[derive(Debug)]
pub(crate) enum Heard {
    /// A file.
    File,
    /// To take what it posted to `/report`.
    Report(Bytes),
}

/// A folder that is served, until this is dropped.
#[derive(Debug)]
pub(crate) struct Site(#[expect(dead_code, reason = "the server ends when it goes")] oneshot::Sender<()>);

/// Serves the files of `root` that lie in `parts` (none given: all), and says what was asked for.
///
/// # Errors
/// When the system gives no thread or takes the listener back.
pub(crate) fn serve(
    listener: TcpListener,
    root: PathBuf,
    parts: &'static [&'static str],
    hear: impl Fn(Heard) + Clone + Send + Sync + 'static,
) -> Result<Site> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    listener.set_nonblocking(true)?;
    let reported = hear.clone();
    let report = async move |body: Bytes| reported(Heard::Report(body));
    let file = async move |request: Request| {
        hear(Heard::File);
        answer(&request, &root, parts)
    };
    let router = Router::new().route("/report", post(report)).fallback(file);
    let (stop, stopped) = oneshot::channel();
    thread::Builder::new().spawn(move || {
        runtime.block_on(async {
            let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
            let server = axum::serve(listener, router);
            // the sender is dropped, never used
            let _ = server.with_graceful_shutdown(async { drop(stopped.await) }).await;
        });
    })?;
    Ok(Site(stop))
}

/// Answers with the file that the request names, or says that there is none.
fn answer(request: &Request, root: &Path, parts: &[&str]) -> Response {
    if !is_local(request.headers()) {
        return plain(StatusCode::FORBIDDEN, "This server answers only to this machine's own name.\n");
    }
    match locate(request.uri().path(), root, parts).map(|path| (fs::read(&path), path)) {
        Some((Ok(bytes), path)) => with_type(bytes, content_type(&path)),
        _ => plain(StatusCode::NOT_FOUND, "There is no such file here.\n"),
    }
}

/// A short answer in plain text.
fn plain(status: StatusCode, text: &'static str) -> Response {
    (status, with_type(text, "text/plain; charset=utf-8")).into_response()
}

fn with_type(body: impl IntoResponse, kind: &'static str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, body).into_response()
}

/// Whether the request was sent to this machine by its own name: a site elsewhere that points its own name at
/// 127.0.0.1 must not read what is served here.
fn is_local(headers: &HeaderMap) -> bool {
    headers.get(header::HOST).and_then(|host| host.to_str().ok()).is_some_and(is_local_name)
}

fn is_local_name(host: &str) -> bool {
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    matches!(name, "localhost" | "127.0.0.1")
}

/// The file that `url` names under `root`, if it is in one of `parts` (none given: anywhere) and does not climb out.
/// A symbolic link counts as the file that it stands for.
fn locate(url: &str, root: &Path, parts: &[&str]) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let decoded = percent_decode(path)?;
    let names: Vec<&str> = decoded.split('/').filter(|name| !name.is_empty()).collect();
    // `..`, hidden files, Windows' drives and its other separator
    if names.iter().any(|name| name.starts_with('.') || name.contains(['\\', ':', '\0'])) {
        return None;
    }
    let first = names.first().copied().unwrap_or("index.html");
    if !parts.is_empty() && !parts.contains(&first) {
        return None;
    }
    let mut file = root.to_path_buf();
    file.extend(&names);
    if file.is_dir() {
        file.push("index.html");
    }
    file.is_file().then_some(file)
}

fn percent_decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        if *first == b'%' {
            let digits = std::str::from_utf8(tail.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = tail.get(2..)?;
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).ok()
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|e| e.to_str()).unwrap_or_default() {
        "html" | "htm" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::time::Duration;

    /// A folder with a page, a secret beside it, and one above it.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let base = std::env::temp_dir().join(format!("postil-site-{name}-{}", std::process::id()));
            let root = base.join("root");
            fs::create_dir_all(root.join("www")).unwrap();
            for file in ["root/index.html", "root/www/main.js", "root/secret.txt", "root/www/.hidden", "above.txt"] {
                fs::write(base.join(file), file).unwrap();
            }
            Self(base)
        }

        fn get(&self, url: &str) -> Option<String> {
            locate(url, &self.0.join("root"), &PARTS).and_then(|path| fs::read_to_string(path).ok())
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn finds_the_page_and_its_parts() {
        let folder = Folder::new("parts");
        assert_eq!(folder.get("/").as_deref(), Some("root/index.html"));
        assert_eq!(folder.get("/?url=https://example.com/../x").as_deref(), Some("root/index.html"));
        assert_eq!(folder.get("/www/main%2Ejs?v=1").as_deref(), Some("root/www/main.js"));
        assert_eq!(folder.get("//www//main.js").as_deref(), Some("root/www/main.js"));
    }

    #[test]
    fn never_climbs_out() {
        let folder = Folder::new("climb");
        for url in [
            "/../above.txt",
            "/www/../../above.txt",
            "/www/../secret.txt",
            "/%2e%2e/above.txt",
            "/www/%2e%2e/%2E%2E/above.txt",
            "/www/..%2f..%2fabove.txt",
            "/www/..%5c..%5cabove.txt",
            "/www/.hidden",
            "/secret.txt",
            "/%00",
            "/%zz",
            "/%e",
            "/c:/above.txt",
        ] {
            assert_eq!(folder.get(url), None, "{url}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn follows_links() {
        let folder = Folder::new("links");
        std::os::unix::fs::symlink(folder.0.join("above.txt"), folder.0.join("root/www/linked.txt")).unwrap();
        assert_eq!(folder.get("/www/linked.txt").as_deref(), Some("above.txt"));
    }

    #[test]
    fn answers_to_loopback_names_only() {
        assert!(is_local_name("127.0.0.1:8080") && is_local_name("localhost"));
        assert!(!is_local_name("evil.example:8080"));
    }

    #[test]
    fn takes_the_next_port_when_one_is_taken() {
        let (_first, port) = listen(0).unwrap();
        let (_second, next) = listen(port).unwrap();
        assert!(next > port);
    }

    /// A browser opens some connections at once and keeps them.
    #[test]
    fn answers_on_many_connections_that_stay_open() {
        let folder = Folder::new("many");
        let (listener, port) = listen(0).unwrap();
        let _site = serve(listener, folder.0.join("root"), &PARTS, |_| {}).unwrap();
        let mut connections: Vec<TcpStream> =
            (0..40).map(|_| TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap()).collect();
        for connection in &mut connections {
            connection.write_all(b"GET /www/main.js HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        }
        for connection in &mut connections {
            connection.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
            let mut read = [0; 15];
            connection.read_exact(&mut read).unwrap();
            assert_eq!(&read, b"HTTP/1.1 200 OK");
        }
    }

    #[test]
    fn browsers_get_the_types_they_insist_on() {
        assert_eq!(content_type(Path::new("pkg/page_bg.wasm")), "application/wasm");
        assert_eq!(content_type(Path::new("www/main.js")), "text/javascript; charset=utf-8");
    }
}
