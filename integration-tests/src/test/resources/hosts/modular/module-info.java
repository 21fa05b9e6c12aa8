module org.example.modular {
  requires io.github.albertner;
}
