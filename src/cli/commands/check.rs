//! `check [PATH…]`.

use crate::cli::Failure;
use crate::cli::facts;
use crate::cli::mending;
use crate::cli::options::{FactsArgs, file, word};
use crate::cli::ui::Ui;
use chancery::check::{Report, check};
use chancery::diagnostic::{Code, Severity};
use chancery::export::findings;
use chancery::read::{Loaded, read_built_in, read_folder};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What in the facts cannot be, or surely was not meant so
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Exits with 1 if there is an error, with --strict also if there is a warning. Notes change nothing.\n\
                        `chancery help check NAME` explains a check; `chancery help checks` names them all."
)]
pub(crate) struct CheckArgs {
    /// Only what is found in these files and folders; the whole facts folder around them is read
    paths: Vec<PathBuf>,
    /// In which format
    #[arg(short, long, value_name = "FORMAT", default_value = "text")]
    format: ReportFormat,
    /// Run these checks alone
    #[arg(long, value_name = "NAME,…", value_delimiter = ',', value_parser = named)]
    only: Vec<Code>,
    /// Exit with 1 also if there are warnings
    #[arg(long)]
    strict: bool,
    /// Mend what has one certain mending, then report the rest
    #[arg(long)]
    fix: bool,
    /// Write to this file, which is replaced as a whole
    #[arg(short, long, value_name = "FILE", help_heading = "Output", value_parser = file)]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum ReportFormat {
    /// For people: each finding with its line and a hint
    Text,
    /// One JSON value
    Json,
    /// Annotations for a workflow on GitHub
    Github,
    /// SARIF 2.1.0, for programs that show findings in code
    Sarif,
}

/// Of mendings that overlap the first is made, and the others in a later round; there are never so many.
const ROUNDS: usize = 4;

fn named(text: &str) -> Result<Code, String> {
    word(text, Code::ALL, Code::name, "check")
}

/// Which folder is read, and what of it is asked about; all of it where nothing is named.
struct Target {
    folder: Option<PathBuf>,
    within: Vec<PathBuf>,
}

/// Runs the checks and prints what they find.
pub(super) fn run(args: &CheckArgs, facts: &FactsArgs, ui: &mut Ui) -> Result<ExitCode, Failure> {
    facts.refuse_worlds("check")?;
    let mut whole = Report::default();
    let mut elsewhere = 0;
    for target in targets(&args.paths, facts) {
        if target.folder.is_none() && !args.fix {
            ui.note("checking the built-in facts; `chancery check DIR` checks your own");
        }
        let (report, outside) = report(args, &target, ui)?;
        whole.absorb(report);
        elsewhere += outside;
    }
    if elsewhere > 0 {
        ui.note(&format!("{} in other files of the folder not shown", counted(elsewhere, "finding")));
    }
    ui.answer(args.output.as_deref(), &written(args, &whole, ui)?)?;
    let strictness = if args.strict { Severity::Warning } else { Severity::Error };
    let fails = whole.findings.iter().any(|finding| finding.fails(strictness));
    Ok(if fails { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// The report on one target, with how many findings lie outside of what was asked about.
fn report(args: &CheckArgs, target: &Target, ui: &mut Ui) -> Result<(Report, usize), Failure> {
    let mut loaded = read(target, ui)?;
    let mut report = check(&loaded, &args.only);
    let mut outside = restrict(&mut report, &loaded, target)?;
    for _ in 0..ROUNDS {
        if !args.fix || !mending::mend(&report, &loaded, target.folder.as_deref(), ui)? {
            break;
        }
        loaded = read(target, ui)?;
        report = check(&loaded, &args.only);
        outside = restrict(&mut report, &loaded, target)?;
    }
    Ok((report, outside))
}

fn read(target: &Target, ui: &mut Ui) -> Result<Loaded, Failure> {
    let loaded = target.folder.as_ref().map_or_else(read_built_in, |folder| read_folder(folder));
    if loaded.texts.is_empty() {
        ui.problems(&loaded.problems);
        return Err(Failure::Facts { place: target.folder.clone().unwrap_or_default() });
    }
    Ok(loaded)
}

/// What to check: the facts that are asked everywhere else, or the folders around the paths.
fn targets(paths: &[PathBuf], facts: &FactsArgs) -> Vec<Target> {
    if paths.is_empty() || facts.facts.is_some() {
        return vec![Target { folder: facts::folder(facts), within: paths.to_vec() }];
    }
    let mut targets: Vec<Target> = Vec::new();
    for path in paths {
        let folder = facts::around(path).unwrap_or_else(|| path.clone());
        let within = path.clone();
        match targets.iter_mut().find(|target| target.folder.as_ref() == Some(&folder)) {
            Some(target) => target.within.push(within),
            None => targets.push(Target { folder: Some(folder), within: vec![within] }),
        }
    }
    targets
}

/// Takes out the findings that lie outside of what was asked about, and counts them. A path without any facts is an error.
fn restrict(report: &mut Report, loaded: &Loaded, target: &Target) -> Result<usize, Failure> {
    if target.within.is_empty() {
        return Ok(0);
    }
    let real = |path: &Path| fs::canonicalize(path).map_err(|_| Failure::Facts { place: path.to_owned() });
    let within = target.within.iter().map(|path| real(path)).collect::<Result<Vec<_>, _>>()?;
    let files: Vec<PathBuf> = loaded.texts.iter().filter_map(|text| fs::canonicalize(&**text.name()).ok()).collect();
    for (path, real) in target.within.iter().zip(&within) {
        if !files.iter().any(|file| file.starts_with(real)) {
            return Err(without_facts(path, real, target.folder.as_deref()));
        }
    }
    let is_meant =
        |file: &str| fs::canonicalize(file).is_ok_and(|file| within.iter().any(|path| file.starts_with(path)));
    let before = report.findings.len();
    report.findings.retain(|finding| is_meant(&finding.problem.span.file));
    report.accepted.retain(|one| is_meant(&one.finding.problem.span.file));
    Ok(before - report.findings.len())
}

/// Why nothing can be checked at a path: it lies outside of the folder that is read, or no facts lie there.
fn without_facts(path: &Path, real: &Path, folder: Option<&Path>) -> Failure {
    let shown = crate::cli::invocation::quoted(&path.to_string_lossy());
    let (place, hint) = match folder {
        None => ("is no part of the built-in facts".to_owned(), format!("chancery check --facts {shown}")),
        Some(folder) if fs::canonicalize(folder).is_ok_and(|folder| !real.starts_with(folder)) => {
            (format!("lies outside of the facts in {}", folder.display()), format!("chancery check {shown}"))
        }
        Some(_) => return Failure::Facts { place: path.to_owned() },
    };
    Failure::Usage { message: format!("{} {place}", path.display()), hint: Some(hint) }
}

fn written(args: &CheckArgs, report: &Report, ui: &Ui) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    match args.format {
        ReportFormat::Text => text(report, ui.colors_answers() && args.output.is_none(), &mut bytes),
        ReportFormat::Json => findings::write_json(report, &mut bytes)?,
        ReportFormat::Github => findings::write_github(report, &mut bytes)?,
        ReportFormat::Sarif => findings::write_sarif(report, &mut bytes)?,
    }
    Ok(bytes)
}

fn text(report: &Report, color: bool, bytes: &mut Vec<u8>) {
    for finding in &report.findings {
        bytes.extend_from_slice(crate::cli::problems::draw(&finding.problem, color).as_bytes());
        bytes.extend_from_slice(b"\n\n");
    }
    let numbers =
        [Severity::Error, Severity::Warning, Severity::Note].map(|one| counted(report.count(one), one.name()));
    let looked = format!("{} in {}", counted(report.records, "record"), counted(report.files, "file"));
    let mut last = format!("{}: {looked}", numbers.join(", "));
    if !report.accepted.is_empty() {
        last.push_str(&format!("; {} accepted by `Expect` records", counted(report.accepted.len(), "finding")));
    }
    if report.left_out > 0 {
        last.push_str(&format!("; {} of other checks left out", counted(report.left_out, "problem")));
    }
    bytes.extend_from_slice(last.as_bytes());
    bytes.push(b'\n');
}

/// A number with its noun.
fn counted(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
