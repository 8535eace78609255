/** `5,000,000` as the interface takes it: `5000000.00`. */
export function plainAmount(typed: unknown): string {
  const plain = typeof typed === 'string' ? typed.replaceAll(/[\s,]/g, '') : ''
  return /^\d+$/.test(plain) ? `${plain}.00` : /^\d+\.\d$/.test(plain) ? `${plain}0` : plain
}
