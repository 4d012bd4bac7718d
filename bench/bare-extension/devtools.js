// What any recorder has to do: take each entry, ask for its body, keep both.
const kept = [];
chrome.devtools.network.onRequestFinished.addListener((entry) => {
  entry.getContent((...body) => kept.push([entry, body]));
});
