// Without these, Chromium itself asks its makers' hosts for updates, which is no request of what is looked at.
export const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
