import Choosing from 'lucide-solid/icons/square-dashed-mouse-pointer';
import ZoomIn from 'lucide-solid/icons/zoom-in';
import { chartWords } from '../../i18n/charts/charts';
import { Button } from '../../ui/Button';

/** Whether dragging across a picture chooses rows for other charts, or comes closer. */
export function DragButton(props: { chooses: boolean; onChange: (chooses: boolean) => void }) {
  const words = () => chartWords().together;
  return (
    <Button
      small
      icon={props.chooses ? <Choosing /> : <ZoomIn />}
      label={props.chooses ? words().dragChooses : words().dragZooms}
      onClick={() => props.onChange(!props.chooses)}
    />
  );
}
