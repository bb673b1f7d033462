/** The samples of a Prometheus page by name and labels, as written: `heyword_backlog{of="queued_messages"}`. */
export function readFigures(page: string): ReadonlyMap<string, number> {
  const samples = page.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    samples.map((line) => {
      const end = line.lastIndexOf(' ');
      return [line.slice(0, end), Number(line.slice(end + 1))];
    }),
  );
}
