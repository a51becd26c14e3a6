//! Lists of names in one option.

/// The names in a list: a comma divides them, but not between double quotes, so that `"Kirchner, Cristina",lula` are two.
/// Blanks around a name are none of its own.
///
/// # Errors
/// If a quote is not closed, or a name is empty.
pub(crate) fn list(text: &str) -> Result<Vec<String>, String> {
    let mut names = vec![String::new()];
    let mut quoted = false;
    for letter in text.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => names.push(String::new()),
            _ => names.last_mut().unwrap_or(&mut String::new()).push(letter),
        }
    }
    if quoted {
        return Err("a quote is opened and not closed".to_owned());
    }
    let names: Vec<String> = names.iter().map(|name| name.trim().to_owned()).collect();
    if names.iter().any(String::is_empty) {
        return Err("a name is missing between, before or after the commas".to_owned());
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_divide_outside_of_quotes() {
        for (text, expected) in [
            ("a", vec!["a"]),
            ("a,b", vec!["a", "b"]),
            (" a b , c", vec!["a b", "c"]),
            (r#""A, Jr.",b"#, vec!["A, Jr.", "b"]),
            (r#"x "A, Jr." y"#, vec!["x A, Jr. y"]),
        ] {
            assert_eq!(list(text).unwrap(), expected, "{text}");
        }
        for text in ["", ",", "a,", ",a", "a,,b", r#""a,b"#, r#""""#] {
            assert!(list(text).is_err(), "{text}");
        }
    }
}
