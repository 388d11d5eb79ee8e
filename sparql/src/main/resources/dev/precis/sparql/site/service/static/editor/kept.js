// What this browser keeps of the page: the query that somebody wrote here, and how they like to write.

const QUERY = "precis.query";
const PLAIN = "precis.plain";

function trying(work) {
  try {
    return work(localStorage);
  } catch {
    return null; // a browser that keeps nothing: the page works all the same
  }
}

export const kept = {
  get query() {
    return trying((storage) => storage.getItem(QUERY));
  },
  set query(text) {
    trying((storage) => storage.setItem(QUERY, text));
  },
  get plain() {
    return trying((storage) => storage.getItem(PLAIN)) === "true";
  },
  set plain(plain) {
    trying((storage) => (plain ? storage.setItem(PLAIN, "true") : storage.removeItem(PLAIN)));
  },
  forget() {
    trying((storage) => [QUERY, PLAIN].forEach((key) => storage.removeItem(key)));
  },
};
