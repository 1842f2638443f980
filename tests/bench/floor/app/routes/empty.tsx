export default function Empty() {
  return <p>Nothing here.</p>;
}
