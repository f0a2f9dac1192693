import { NumberInput, Select } from '@mantine/core'
import { type Paper, papers, type RegionKind, regionKinds, type TimeZone, timeZones } from '#shared/model/lab.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { useBoth, useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { regionName } from '../../lab/region-name.ts'
import { PageTitle, Panel } from '../../parts/index.ts'
import { ArchivePanel } from './archive-panel.tsx'
import { Deadlines } from './deadlines.tsx'
import { JilidBefore } from './jilid-before.tsx'
import { KopPanel } from './kop-panel.tsx'
import { Line, usePut } from './lab-fields.tsx'
import { OfficialsPanel } from './naskah-officials.tsx'
import { NaskahPanel } from './naskah-panel.tsx'
import { NextJilid } from './next-jilid.tsx'
import css from './settings.module.css'

/** What is printed on every document of this lab. */
export function LabSettingsPage() {
  const t = useText()
  const { lab } = useOpenLab()
  usePageTitle(t('settings.labTitle'), regionName(lab, t))
  return (
    <div className={css.page}>
      <PageTitle title={t('settings.labTitle')} lead={t('settings.labLead')} />
      <div className={css.columns}>
        <div className={css.column}>
          <Identity />
          <Leaders />
          <Deadlines />
          <StageNames />
          <JilidBefore />
          <NextJilid />
          <ArchivePanel />
        </div>
        <div className={css.column}>
          <KopPanel />
          <OfficialsPanel />
          <NaskahPanel />
        </div>
      </div>
    </div>
  )
}

function Identity() {
  const t = useText()
  const { lab, readOnly } = useOpenLab()
  const put = usePut()
  return (
    <Panel title={t('settings.identity')}>
      <div className={css.pair}>
        <Select
          label={t('settings.regionKind')}
          data={regionKinds.map((kind) => ({ value: kind, label: t(`app.kind_${kind}`) }))}
          value={lab.regionKind}
          allowDeselect={false}
          disabled={readOnly}
          onChange={(kind) => kind && put({ regionKind: kind as RegionKind /* one of the choices above */ })}
        />
        <Line label={t('settings.region')} value={lab.region} write={(region) => put({ region })} />
        {lab.regionKind === 'kabupaten' || lab.regionKind === 'kota' ? (
          <Line label={t('gates.province')} hint={t('gates.provinceHint')} value={lab.province} write={(province) => put({ province })} />
        ) : null}
        <NumberInput
          label={t('settings.jilid')}
          min={1}
          max={99}
          value={lab.jilid}
          disabled={readOnly}
          onChange={(n) => Number(n) >= 1 && put({ jilid: Number(n) })}
        />
        <NumberInput
          label={t('settings.year')}
          min={2000}
          max={2100}
          value={lab.year}
          disabled={readOnly}
          onChange={(n) => Number(n) >= 2000 && put({ year: Number(n) })}
        />
        <Line label={t('settings.labTheme')} value={lab.theme} write={(theme) => put({ theme })} />
        <Line label={t('settings.place')} value={lab.place} write={(place) => put({ place })} />
        <Select
          label={t('settings.timeZone')}
          data={timeZones}
          value={lab.timeZone}
          allowDeselect={false}
          disabled={readOnly}
          onChange={(zone) => zone && put({ timeZone: zone as TimeZone /* one of the choices above */ })}
        />
        <Select
          label={t('settings.paper')}
          data={papers}
          value={lab.paper}
          allowDeselect={false}
          disabled={readOnly}
          onChange={(paper) => paper && put({ paper: paper as Paper /* one of the choices above */ })}
        />
      </div>
    </Panel>
  )
}

function Leaders() {
  const t = useText()
  const { lab } = useOpenLab()
  const put = usePut()
  const { leader, coordinator } = lab
  return (
    <>
      <Panel title={t('settings.leader')}>
        <div className={css.pair}>
          <Line
            label={t('settings.leaderTitle')}
            hint={t('settings.leaderHint')}
            value={leader.title}
            write={(title) => put({ leader: { ...leader, title } })}
          />
          <Line label={t('settings.name')} value={leader.name} write={(name) => put({ leader: { ...leader, name } })} />
        </div>
      </Panel>
      <Panel title={t('settings.coordinator')}>
        <div className={css.pair}>
          <Line
            label={t('settings.coordinatorUnit')}
            value={coordinator.unit}
            write={(unit) => put({ coordinator: { ...coordinator, unit } })}
          />
          <Line label={t('settings.name')} value={coordinator.name} write={(name) => put({ coordinator: { ...coordinator, name } })} />
          <Line
            label={t('settings.position')}
            value={coordinator.position}
            write={(position) => put({ coordinator: { ...coordinator, position } })}
          />
          <Line label={t('settings.nip')} value={coordinator.nip} write={(nip) => put({ coordinator: { ...coordinator, nip } })} />
        </div>
      </Panel>
    </>
  )
}

function StageNames() {
  const t = useText()
  const say = useBoth()
  const { lab, stages } = useOpenLab()
  const put = usePut()
  return (
    <Panel title={t('settings.stages')} note={t('settings.stagesNote')}>
      <div className={css.pair}>
        {stages.map(({ key, def }) => (
          <Line
            key={key}
            label={say(def.label)}
            hint={say(def.label)}
            value={lab.stageLabels[key] ?? ''}
            write={(label) => put({ stageLabels: { ...lab.stageLabels, [key]: label } })}
          />
        ))}
      </div>
    </Panel>
  )
}
