/** From a tab that has nothing to show yet to the one that comes first. */
import { Button } from '@mantine/core'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import type { OpenedConvention } from './use-convention.ts'

export function SetUpFirst({ open }: { readonly open: OpenedConvention }) {
  const t = useText()
  const part = open.convention.entries.length === 0 ? 'peserta' : 'juri'
  return (
    <Button component="a" href={places.convention(open.lab, open.convention.id, part)} variant="light">
      {t(part === 'peserta' ? 'jury.toEntries' : 'jury.toJudges')}
    </Button>
  )
}
