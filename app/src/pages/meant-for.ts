/** In the address to which a form is sent: the organization to which it was shown. */
export const MEANT_FOR = 'for'
