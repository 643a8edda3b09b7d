import static dev.fluxion.Fluxion.*;
import static java.lang.Math.*;
import dev.fluxion.*;
import dev.fluxion.rule.*;
import java.util.*;
import java.util.function.*;
/set mode fluxion concise -command
/set prompt fluxion "PROMPT"
/set feedback fluxion
