/** Innovations of a jilid to be taken into the next one, by unit. */
import { Checkbox, ScrollArea } from '@mantine/core'
import type { Unit } from '#shared/model/lab.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { useText } from '../../app/text.ts'
import css from './jilid.module.css'

type Props = {
  readonly innovations: readonly InnovationSummary[]
  readonly units: readonly Pick<Unit, 'id' | 'name'>[]
  readonly stageName: (stage: InnovationSummary['stage']) => string
  readonly chosen: ReadonlySet<string>
  readonly choose: (next: ReadonlySet<string>) => void
}

export function CarryList({ innovations, units, stageName, chosen, choose }: Props) {
  const t = useText()
  const picked = innovations.filter(({ id }) => chosen.has(id)).length
  const names = new Map(units.map(({ id, name }) => [id as string, name]))
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    choose(next)
  }
  return (
    <fieldset className={css.list}>
      <legend>{t('gates.jilidWhich')}</legend>
      <Checkbox
        label={t('gates.jilidAll', { n: picked, of: innovations.length })}
        checked={picked > 0 && picked === innovations.length}
        indeterminate={picked > 0 && picked < innovations.length}
        onChange={() => choose(new Set(picked === innovations.length ? [] : innovations.map(({ id }) => id)))}
      />
      <ScrollArea.Autosize mah={260} type="auto" className={css.scroll ?? ''}>
        {innovations.map((one) => (
          <Checkbox
            key={one.id}
            label={one.name === '' ? t('gates.unnamed') : one.name}
            description={[names.get(one.unit ?? '') ?? t('gates.noUnit'), stageName(one.stage)].join(' · ')}
            checked={chosen.has(one.id)}
            onChange={() => toggle(one.id)}
          />
        ))}
      </ScrollArea.Autosize>
    </fieldset>
  )
}
