/** The pages that are looked at, one of each kind and state. */
export const ADDRESSES = [
  '/',
  '/programmes/bicycles',
  '/programmes/pk-medmp-2026',
  '/programmes/pk-handset-taxes',
  '/nowhere',
] as const
