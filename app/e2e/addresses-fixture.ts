/** The pages that are looked at, one of each kind and state. */
export const ADDRESSES = [
  '/',
  '/programmes/bicycles',
  '/programmes/pk-medmp-2026',
  '/programmes/pk-handset-taxes',
  '/programmes/bicycles?on=2027-06-30',
  '/programmes/bicycles?on=yesterday',
  '/programmes/pk-medmp-2026/drafts/2026-02',
  '/programmes/pk-medmp-2026/examples',
  '/programmes/pk-medmp-2026/examples/3',
  '/programmes/bicycles/examples/1',
  '/releases',
  '/nowhere',
] as const
