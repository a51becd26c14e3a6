//! Replacing: a file takes the place of another in one step.
//!
//! The new text is written beside the old one and synced, then renamed over it, and the folder is synced. Whatever ends the
//! program in between, the file holds the old text or the new one, whole.

use atomic_write_file::OpenOptions;
use std::fs::{self, Metadata};
use std::io::{self, Write};
use std::path::Path;

/// Why a file was not replaced. It then holds what it held.
#[derive(Debug, thiserror::Error)]
pub enum ReplaceError {
    /// The system refused.
    #[error("{}", reason(.0))]
    Io(#[from] io::Error),
    /// Somebody else wrote it since it was read.
    #[error("it was changed by somebody else meanwhile, and was left alone")]
    Changed,
    /// It may not be written.
    #[error("it is read-only")]
    ReadOnly,
    /// It is a folder, a disk or the like.
    #[error("it is not a regular file")]
    NotRegular,
    /// It has a second name, which would go on holding the old text.
    #[error("it has more than one name (hard links), and another would keep the old text")]
    Linked,
}

/// Puts a text in the place of what a file held.
///
/// `expected` is what the file is known to hold, and none where there must not be a file yet. Permissions and, where the
/// system allows it, the owner stay; of a link, what it leads to is replaced.
///
/// # Errors
///
/// If the file is not as expected, may not be written, or cannot be; it is then left as it is.
pub fn replace(path: &Path, expected: Option<&[u8]>, text: &[u8]) -> Result<(), ReplaceError> {
    let target = match expected {
        Some(_) => fs::canonicalize(path)?,
        None => path.to_owned(),
    };
    if expected.is_some() {
        check_writable(&target)?;
    }
    let mut beside = OpenOptions::new().open(&target)?;
    beside.write_all(text)?;
    beside.as_file().sync_all()?;
    // As late as can be: between this look and the rename only what is synced already is synced again.
    if held(&target)?.as_deref() != expected {
        return Err(ReplaceError::Changed);
    }
    Ok(beside.commit()?)
}

/// Puts a text in the place of whatever a file held, or where there was none. Into a device or a pipe, which hold nothing
/// that could be lost, it is written straight.
///
/// # Errors
///
/// If the file may not be written, or cannot be; it is then left as it is.
pub fn overwrite(path: &Path, text: &[u8]) -> Result<(), ReplaceError> {
    if fs::metadata(path).is_ok_and(|metadata| is_stream(&metadata)) {
        return Ok(fs::OpenOptions::new().write(true).open(path)?.write_all(text)?);
    }
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if target.exists() {
        check_writable(&target)?;
    }
    let mut beside = OpenOptions::new().open(&target)?;
    beside.write_all(text)?;
    Ok(beside.commit()?)
}

/// What a file holds; none where there is none.
fn held(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// A rename needs no permission on the file itself, so that it has to be asked for.
///
/// # Errors
///
/// If it is read-only, no regular file, or has other names.
pub fn check_writable(target: &Path) -> Result<(), ReplaceError> {
    let metadata = fs::metadata(target)?;
    if !metadata.is_file() {
        return Err(ReplaceError::NotRegular);
    }
    if metadata.permissions().readonly() {
        return Err(ReplaceError::ReadOnly);
    }
    if links(&metadata) > 1 {
        return Err(ReplaceError::Linked);
    }
    match fs::OpenOptions::new().append(true).open(target) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Err(ReplaceError::ReadOnly),
        other => Ok(other.map(drop)?),
    }
}

#[cfg(unix)]
fn links(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(metadata)
}

/// Whether it is a terminal, `/dev/null`, a pipe or the like.
#[cfg(unix)]
fn is_stream(metadata: &Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    let kind = metadata.file_type();
    kind.is_char_device() || kind.is_fifo()
}

#[cfg(not(unix))]
fn is_stream(_: &Metadata) -> bool {
    false
}

#[cfg(not(unix))]
fn links(_: &Metadata) -> u64 {
    1
}

/// What the system says, without the number that it adds.
fn reason(error: &io::Error) -> String {
    let full = error.to_string();
    full.split(" (os error").next().unwrap_or(&full).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    /// A folder of a test's own, removed at the end.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("chancery-replace-{name}-{}", std::process::id()));
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn file(&self, name: &str, text: &str) -> PathBuf {
            let path = self.0.join(name);
            fs::write(&path, text).unwrap();
            path
        }

        fn names(&self) -> Vec<String> {
            let names = fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
            let mut names: Vec<String> = names.collect();
            names.sort();
            names
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn only_what_was_expected_is_replaced() {
        let folder = Folder::new("expected");
        let path = folder.file("a.ron", "old");
        assert!(matches!(replace(&path, Some(b"older"), b"new"), Err(ReplaceError::Changed)));
        assert!(matches!(replace(&path, None, b"new"), Err(ReplaceError::Changed)));
        assert_eq!(fs::read(&path).unwrap(), b"old");
        replace(&path, Some(b"old"), b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        replace(&folder.0.join("b.ron"), None, b"first").unwrap();
        assert!(matches!(replace(&folder.0.join("c.ron"), Some(b""), b"x"), Err(ReplaceError::Io(_))));
        assert!(matches!(overwrite(&folder.0, b"x"), Err(ReplaceError::NotRegular)));
        overwrite(&path, b"newest").unwrap();
        overwrite(&folder.0.join("d.ron"), b"first").unwrap();
        assert_eq!(folder.names(), ["a.ron", "b.ron", "d.ron"]);
    }

    #[cfg(unix)]
    #[test]
    fn devices_and_pipes_are_written_to() {
        use std::io::Read;
        overwrite(Path::new("/dev/null"), b"lost").unwrap();
        let folder = Folder::new("pipes");
        let path = folder.0.join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
        let reader = std::thread::spawn({
            let path = path.clone();
            move || {
                let mut text = String::new();
                fs::File::open(path).unwrap().read_to_string(&mut text).unwrap();
                text
            }
        });
        overwrite(&path, b"passed on").unwrap();
        assert_eq!(reader.join().unwrap(), "passed on");
        assert_eq!(folder.names(), ["pipe"]);
        assert!(matches!(replace(&path, Some(b"x"), b"y"), Err(ReplaceError::NotRegular)));
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = Folder::new("links");
        let path = folder.file("a.ron", "old");
        let mode = |mode| fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        mode(0o640);
        symlink(&path, folder.0.join("link.ron")).unwrap();
        replace(&folder.0.join("link.ron"), Some(b"old"), b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o7777, 0o640);
        assert!(fs::symlink_metadata(folder.0.join("link.ron")).unwrap().is_symlink());
        mode(0o440);
        assert!(matches!(replace(&path, Some(b"new"), b"newer"), Err(ReplaceError::ReadOnly)));
        mode(0o640);
        fs::hard_link(&path, folder.0.join("b.ron")).unwrap();
        assert!(matches!(replace(&path, Some(b"new"), b"newer"), Err(ReplaceError::Linked)));
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(folder.names(), ["a.ron", "b.ron", "link.ron"]);
    }
}
