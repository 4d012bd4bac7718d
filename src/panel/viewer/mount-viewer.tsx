import { render } from "preact";
import "../style/base.css";
import { followTheme } from "../style/theme.ts";
import "../style/tokens.css";
import { Viewer, type ViewerProps } from "./viewer.tsx";
import "./viewer.css";
import { viewerWords } from "../words/english/viewer.ts";

/** Draws the viewer into `root`, which must fill the page, and returns the function that takes it away again. */
export function mountViewer(root: HTMLElement, props: ViewerProps): () => void {
  const page = root.ownerDocument;
  const unfollowTheme = followTheme(page.documentElement, props.ports);
  page.title = viewerWords.viewerName;
  root.classList.add("panel-root");
  render(<Viewer {...props} />, root);
  return () => {
    render(null, root);
    unfollowTheme();
    root.classList.remove("panel-root");
  };
}
