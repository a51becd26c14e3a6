#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| chancery_fuzz::splitter(input));
