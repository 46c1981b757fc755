/** A name and a value, on a line of their own in a list of facts. */
export function Fact(props: { name: string; value: string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd title={props.value}>{props.value}</dd>
    </div>
  );
}
