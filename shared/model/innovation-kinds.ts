/** What an innovation can be: LAN's kinds, and the forms of the regional index. */
/** LAN's eight kinds; definitions are ours and unverified (domain.md 1.7). */
export const innovationKinds = ['proses', 'metode', 'produk', 'konseptual', 'teknologi', 'struktur_organisasi', 'hubungan', 'sdm'] as const
export type InnovationKind = (typeof innovationKinds)[number]
/** domain.md 3.1 [A] */
export const innovationForms = ['tata_kelola', 'pelayanan_publik', 'lainnya'] as const
export type InnovationForm = (typeof innovationForms)[number]
