/** How much of a quota is used. The sentence beside it says the same. */
const WIDTH = 100
const HEIGHT = 8

export function QuotaBar({ drawn, quota }: { readonly drawn: number; readonly quota: number }) {
  const used = quota === 0 ? WIDTH : Math.min(WIDTH, (drawn / quota) * WIDTH)
  return (
    <svg
      className="quota"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="quota-track" width={WIDTH} height={HEIGHT} />
      <rect className="quota-used" width={used.toFixed(2)} height={HEIGHT} />
    </svg>
  )
}
