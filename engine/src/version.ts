/** Stands in everything that is computed, so that it can be computed again. */
export const ENGINE_VERSION = '0.1.0'
