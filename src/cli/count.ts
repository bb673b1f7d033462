/** `2 flows`, `1 flow`, `2 entries`. */
export function count(number: number, what: string, many = `${what}s`): string {
  return `${number} ${number === 1 ? what : many}`;
}
