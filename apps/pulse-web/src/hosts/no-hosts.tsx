/** The page of a server that nobody has reported to yet. */
export function NoHosts() {
  return (
    <section className="card empty no-hosts">
      <h1>Waiting for the first host</h1>
      <p>
        No agent has reported to this server yet. <code>npm start</code> runs one for this machine; a host appears here
        within a second of its first report.
      </p>
    </section>
  );
}
