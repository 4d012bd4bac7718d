import { member } from "./actions.ts";
import type { Outcome } from "./call.ts";
import { demo, ERROR_TABLES, type Demo } from "./demo.ts";
import { fillDrawer } from "./error-drawer.ts";
import { startTrickle } from "./trickle.ts";

declare global {
  interface Window {
    demo: Demo;
  }
}

window.demo = demo;

/** Runs on submit with the form's values; the outcome goes into the card's result. */
function onSubmit(selector: string, resultSelector: string, run: (values: FormData) => Promise<Outcome>): void {
  const form = document.querySelector<HTMLFormElement>(selector);
  const result = document.querySelector<HTMLElement>(resultSelector);
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    if (result !== null) show(result, "Working…", false);
    void run(new FormData(form)).then((outcome) => {
      if (result !== null) show(result, sentence(outcome), outcome.status === 0 || outcome.status >= 400);
    });
  });
}

function show(place: HTMLElement, text: string, bad: boolean): void {
  place.textContent = text;
  place.classList.toggle("bad", bad);
}

/** As much as most front ends tell: little. That is what DevTools are for. */
function sentence({ status, body }: Outcome): string {
  if (status === 0) return "Something went wrong.";
  if (status >= 400) return `Something went wrong (${status}).`;
  const facts = ["status", "riskLevel", "risk_score", "email", "filename"].map((name) =>
    member(member(body, "data") ?? body, name),
  );
  return `Done. ${facts.filter((fact) => typeof fact === "string" || typeof fact === "number").join(" · ")}`;
}

function value(values: FormData, name: string): string {
  const entry = values.get(name);
  return typeof entry === "string" ? entry : "";
}

onSubmit("#scan", "#scan-result", (values) => demo.scanContract(value(values, "contract"), value(values, "preset")));
onSubmit("#upload", "#scan-result", (values) => {
  const file = values.get("file");
  return demo.uploadContract(file instanceof File ? file : new File([], ""));
});
onSubmit("#check", "#check-result", (values) => demo.checkAddress(value(values, "address"), value(values, "chain")));
onSubmit("#create", "#token-result", (values) => demo.createToken(value(values, "name"), value(values, "symbol")));
onSubmit("#mint", "#token-result", (values) => demo.mintToken(value(values, "amount")));
onSubmit("#sign-in", "#token-result", (values) => demo.signIn(value(values, "email"), value(values, "password")));

const drawer = document.querySelector("#errors");
if (drawer !== null) fillDrawer(drawer, demo, ERROR_TABLES);

const polling = document.querySelector<HTMLInputElement>("#polling");
polling?.addEventListener("change", () => (polling.checked ? demo.startPolling() : demo.stopPolling()));
// `?live` is how `npm start` opens the page: calls flow without a click.
if (polling !== null && new URLSearchParams(location.search).has("live")) {
  polling.checked = true;
  demo.startPolling();
  startTrickle(demo.error);
}
