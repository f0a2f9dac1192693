import type { ReceiveReport } from '#shared/api/jury.ts'
import { useText } from '../../../app/text.ts'

const parts = ['added', 'changed', 'locked', 'declared', 'same', 'older', 'held', 'stray'] as const

/** `3 nilai baru, 1 lebih lama dibiarkan`; what is nought is not spoken of. */
export function useReportWords(): (report: ReceiveReport) => string {
  const t = useText()
  return (report) => {
    const said = parts.filter((part) => (report[part] ?? 0) > 0).map((part) => t(`jurors.report_${part}`, { n: report[part] ?? 0 }))
    return said.length === 0 ? t('jurors.report_none') : said.join(', ')
  }
}
